"""Imported first where helpers come from: the engine is loaded, and rubbish seldom looked for meanwhile."""

from __future__ import annotations

import gc

from placard.leash import give_way
from placard.press.opening import open_engine
from placard.rubbish import SELDOM

give_way()
gc.set_threshold(*SELDOM)
open_engine()
