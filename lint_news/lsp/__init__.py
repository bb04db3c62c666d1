"""A language server: findings in an editor while a story is written. Needs pygls, the extra ``lsp``."""
