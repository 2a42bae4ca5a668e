"""Imported first where helpers come from: it leaves Ctrl-C to who called them, and seldom looks for rubbish."""

from __future__ import annotations

import gc
import signal

from placard.rubbish import SELDOM

signal.signal(signal.SIGINT, signal.SIG_IGN)
gc.set_threshold(*SELDOM)
