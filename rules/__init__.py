"""The rules, word lists and known names that ship with lint-news; YAML only."""
