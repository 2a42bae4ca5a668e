"""Imported first where helpers come from: Ctrl-C is left to who called them, rubbish seldom looked for."""

from __future__ import annotations

import gc
import signal

from placard.rubbish import SELDOM

signal.signal(signal.SIGINT, signal.SIG_IGN)
gc.set_threshold(*SELDOM)
