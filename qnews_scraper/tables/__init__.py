"""Generated tables; never edited by hand. tools/ holds what makes them."""
