"""What was changed, for eyes: on the terminal, as HTML, and as files for other programs."""
