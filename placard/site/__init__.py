"""The public site: finished pages placed by MkDocs, small pages of our own, nothing from third parties."""
