"""The spiders: what to read. What becomes of a page is the pipelines' matter."""
