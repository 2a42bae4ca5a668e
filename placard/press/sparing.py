"""Imported first where helpers come from: the engine is loaded, and rubbish seldom looked for meanwhile."""

from __future__ import annotations

import gc

from placard.press.opening import open_engine
from placard.rubbish import SELDOM

gc.set_threshold(*SELDOM)
open_engine()
