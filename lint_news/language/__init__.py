"""Annotations of a story: pure functions of text and a language pack."""
