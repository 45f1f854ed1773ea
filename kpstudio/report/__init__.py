"""A run's report: one HTML page that opens without a network and prints well."""
