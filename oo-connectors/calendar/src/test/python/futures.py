"""Tells when events start, by recurring-ical-events: a JSON object a line, with the calendar and a window; a line for each."""

import json
import sys
from datetime import datetime

import icalendar
import recurring_ical_events

for line in sys.stdin:
    asked = json.loads(line)
    begin, end = (datetime.fromtimestamp(asked[key]).astimezone() for key in ("begin", "end"))
    calendar = icalendar.Calendar.from_ical(asked["calendar"])
    found = recurring_ical_events.of(calendar).between(begin, end)
    starts = sorted((int(event.start.timestamp()), int(event.end.timestamp())) for event in found)
    print(" ".join(f"{start}-{stop}" for start, stop in starts if start >= asked["begin"]), flush=True)
