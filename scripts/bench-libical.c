// Expands the series of a file with libical, in the way that is fastest for it: floating wall times, skipping ahead to
// the window where it offers that (not with COUNT), and only what lies in the window becomes an instant.
//
//   bench-libical expand FILE    prints MILLISECONDS OCCURRENCES, the median of some runs
//   bench-libical count FILE     prints the occurrences of each series, a line each
//   bench-libical parse FILE     prints MILLISECONDS EVENTS for reading a calendar file, the median of some runs
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { mostSeries = 100000, runs = 9 };

struct series {
    struct icaltimetype start, lower, upper;
    struct icalrecurrencetype rule;
    icaltimezone *zone;
};

static struct icaltimetype wall(time_t seconds, icaltimezone *zone) {
    struct icaltimetype time = icaltime_from_timet_with_zone(seconds, 0, zone);
    time.zone = NULL;
    return time;
}

// Gives false at the end of the file.
static int readSeries(FILE *file, time_t lower, time_t upper, struct series *one) {
    char start[32], zone[64], rule[512];
    if (fscanf(file, "%31s %63s %511s", start, zone, rule) != 3) return 0;
    one->zone = icaltimezone_get_builtin_timezone(zone);
    one->start = icaltime_from_string(start);
    one->rule = icalrecurrencetype_from_string(rule);
    if (!one->zone || one->rule.freq == ICAL_NO_RECURRENCE) {
        fprintf(stderr, "unreadable: %s %s %s\n", start, zone, rule);
        exit(1);
    }
    one->lower = wall(lower, one->zone);
    one->upper = wall(upper, one->zone);
    if (icaltime_is_utc(one->rule.until)) one->rule.until = wall(icaltime_as_timet(one->rule.until), one->zone);
    return 1;
}

static long occurrences(const struct series *one, time_t *sum) {
    long count = 0;
    icalrecur_iterator *iterator = icalrecur_iterator_new(one->rule, one->start);
    if (!iterator) return 0;
    if (!one->rule.count && icaltime_compare(one->start, one->lower) < 0)
        icalrecur_iterator_set_start(iterator, one->lower);
    for (;;) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next) || icaltime_compare(next, one->upper) >= 0) break;
        if (icaltime_compare(next, one->lower) < 0) continue;
        *sum += icaltime_as_timet_with_zone(next, one->zone);
        count++;
    }
    icalrecur_iterator_free(iterator);
    return count;
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int parse(FILE *file) {
    double times[runs];
    int events = 0;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    char *text = calloc(size + 1, 1);
    rewind(file);
    if (fread(text, 1, size, file) != (size_t)size) return 2;
    for (int run = -1; run < runs; run++) {
        double begin = now();
        icalcomponent *calendar = icalparser_parse_string(text);
        if (run >= 0) times[run] = now() - begin;
        events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
        icalcomponent_free(calendar);
    }
    qsort(times, runs, sizeof *times, ascending);
    printf("%f %d\n", times[runs / 2], events);
    return 0;
}

int main(int count, char **arguments) {
    FILE *file = count == 3 ? fopen(arguments[2], "r") : NULL;
    long lower, upper, all = 0, total = 0;
    time_t sum = 0;
    if (file && !strcmp(arguments[1], "parse")) return parse(file);
    if (!file || fscanf(file, "%ld %ld", &lower, &upper) != 2) return 2;
    icaltimezone_set_tzid_prefix("");
    struct series *every = calloc(mostSeries, sizeof *every);
    while (all < mostSeries && readSeries(file, lower, upper, &every[all])) all++;
    if (!strcmp(arguments[1], "count")) {
        for (long i = 0; i < all; i++) printf("%ld\n", occurrences(&every[i], &sum));
        return 0;
    }
    double times[runs];
    for (int run = -1; run < runs; run++) {
        double begin = now();
        total = 0;
        for (long i = 0; i < all; i++) total += occurrences(&every[i], &sum);
        if (run >= 0) times[run] = now() - begin;
    }
    qsort(times, runs, sizeof *times, ascending);
    printf("%f %ld\n", times[runs / 2], total);
    return sum == 0;
}
