"""Facts about any text: where its visible runs are, how it was encoded, whether it reads as written language."""
