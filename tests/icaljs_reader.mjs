// Reads a calendar from standard input with ical.js (argument: the address of its module) and prints its events as JSON.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const trigger = component.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger");
  return {
    uid: event.uid,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    start: event.startDate.toUnixTime(),
    end: component.hasProperty("dtend") ? event.endDate.toUnixTime() : null,
    alarm: trigger ? trigger.toSeconds() : null,
    summary: event.summary,
    location: event.location ?? "",
    description: event.description,
  };
});
console.log(JSON.stringify(events));
