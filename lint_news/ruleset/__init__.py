"""Rules as data: the typed models, the YAML loader, the cache of what was loaded, and the runner of rules' examples."""
