"""From files to documents: which files are stories, their bytes as text, their format as zones."""
