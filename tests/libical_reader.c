/* Reads a calendar from standard input with libical and prints what it understood, a line each, tab-separated:
 *   calendar <1 if RFC 5545 and RFC 5546 restrictions hold> <number of parse errors>
 *   event <uid> <status> <sequence> <start> <end or -> <alarm in seconds or -> <summary> <location> <description>
 * Moments are seconds since 1970 in UTC; texts are hexadecimal, so that no character can be lost in between.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void hexadecimal(const char *text)
{
    putchar('\t');
    for (; text != NULL && *text != '\0'; text++)
        printf("%02x", (unsigned char)*text);
}

static void moment(struct icaltimetype time)
{
    if (icaltime_is_null_time(time))
        printf("\t-");
    else
        printf("\t%lld", (long long)icaltime_as_timet_with_zone(time, icaltime_get_timezone(time)));
}

static void alarm_of(icalcomponent *event)
{
    icalcomponent *alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
    icalproperty *trigger = alarm ? icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY) : NULL;
    if (trigger == NULL)
        printf("\t-");
    else
        printf("\t%d", icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration));
}

int main(void)
{
    static char text[4 * 1024 * 1024];
    size_t length = fread(text, 1, sizeof text - 1, stdin);
    icalcomponent *calendar, *event;

    text[length] = '\0';
    calendar = icalparser_parse_string(text);
    if (calendar == NULL)
        return 1;
    printf("calendar\t%d\t%d\n", icalrestriction_check(calendar), icalcomponent_count_errors(calendar));
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
        printf("event\t%s\t%s\t%d", icalcomponent_get_uid(event),
               icalenum_status_to_string(icalcomponent_get_status(event)), icalcomponent_get_sequence(event));
        moment(icalcomponent_get_dtstart(event));
        moment(end ? icalcomponent_get_dtend(event) : icaltime_null_time());
        alarm_of(event);
        hexadecimal(icalcomponent_get_summary(event));
        hexadecimal(icalcomponent_get_location(event));
        hexadecimal(icalcomponent_get_description(event));
        putchar('\n');
    }
    icalcomponent_free(calendar);
    return 0;
}
