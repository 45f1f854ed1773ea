"""Public sets of landmarks: what there is, on which terms, and getting it safely."""
