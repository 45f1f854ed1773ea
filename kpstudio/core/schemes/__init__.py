"""Point schemes: what one is, and those that come with the program, a module each."""
