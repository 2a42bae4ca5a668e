"""Imported first where helpers come from: while the engine is loaded, rubbish is seldom looked for."""

from __future__ import annotations

import gc

from placard.rubbish import SELDOM

gc.set_threshold(*SELDOM)
