"""From the staging folder to `out/`: all of it or nothing, whatever happens in between."""
