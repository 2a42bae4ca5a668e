"""The staff pack: handbook, quiz and key; press over staff words."""
