"""Tells when something recurs, by dateutil: a rule and a start a line, in a zone; a line for each."""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

for line in sys.stdin:
    rule, start, zone, begin, end = line.rstrip("\n").split("|")
    naive = rrulestr(rule, dtstart=datetime.fromisoformat(start))
    found = naive.between(datetime.fromisoformat(begin), datetime.fromisoformat(end), inc=True)
    there = ZoneInfo(zone)
    print(" ".join(str(int(at.replace(tzinfo=there).timestamp())) for at in found), flush=True)
