"""SVG text into a PNG, in a process of its own: the library holds up all of Python for as long as it draws.

Run as ``python -m handlers.pixels FONT...`` with the SVG on standard input; the PNG comes out on standard output.
Only the fonts that are named are used, so a picture is the same on every machine.
"""

import sys

import resvg_py


def main() -> None:
    """Draw what comes in."""
    svg = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=svg, font_files=sys.argv[1:], skip_system_fonts=True))


if __name__ == "__main__":
    main()
