"""Records to the formats that people and other tools read."""
