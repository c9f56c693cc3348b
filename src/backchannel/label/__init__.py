"""Documents to labelled documents: one pass of the model."""
