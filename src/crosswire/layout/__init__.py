"""Where the parts of a report's text lie: title, summary, body, caption, byline, tags."""

from crosswire.layout.lines import unwrapped
from crosswire.layout.zones import Zone, layout, title_of

__all__ = ["Zone", "layout", "title_of", "unwrapped"]
