"""The nouns of Backchannel: immutable records, their errors and their JSON form."""
