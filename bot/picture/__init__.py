"""The picture of a day: a timetable with words and marks, as SVG text. Doors turn it into pixels."""
