/* What C makes of three of the cases: the same algorithms without any check, compiled for this machine. */
#include <stdint.h>
#include <string.h>

typedef uint64_t four __attribute__((vector_size(32)));

enum { block = 256, parts = 4, most_classes = 64 };

/* Four generators xoshiro256++ (Blackman, Vigna) side by side, seeded by SplitMix64. */
struct generator { four s[4]; };

static uint64_t split_mix(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static four rotated(four x, int bits) { return (x << bits) | (x >> (64 - bits)); }

static four next(struct generator *g)
{
    four *s = g->s;
    four result = rotated(s[0] + s[3], 23) + s[0], shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotated(s[3], 45);
    return result;
}

/* Two words a draw: the class from an alias table, and a row of the class, which is fetched a block ahead. */
void weighted_draws(const uint64_t *thresholds, const uint64_t *ranges, int64_t classes, const int32_t *members, int32_t *rows, int64_t draws, uint64_t seed)
{
    struct generator g;
    for (int i = 0; i < 16; i++) g.s[i / 4][i % 4] = split_mix(&seed);
    uint64_t words[2 * block] __attribute__((aligned(32)));
    int32_t positions[2][block];
    for (int64_t start = 0; start < draws + block; start += block) {
        int32_t *drawn = positions[(start / block) & 1], *before = positions[(start / block + 1) & 1];
        if (start < draws) {
            for (int i = 0; i < 2 * block; i += 4) *(four *)(words + i) = next(&g);
            for (int i = 0; i < block; i++) {
                unsigned __int128 product = (unsigned __int128)words[i] * (uint64_t)classes;
                uint64_t column = product >> 64;
                uint64_t range = ranges[2 * column + ((uint64_t)product > thresholds[column])];
                drawn[i] = (range >> 32) + (uint64_t)((unsigned __int128)words[block + i] * (uint32_t)range >> 64);
                __builtin_prefetch(members + drawn[i]);
            }
        }
        if (start > 0) {
            int64_t length = draws - (start - block) < block ? draws - (start - block) : block;
            for (int64_t i = 0; i < length; i++) rows[start - block + i] = members[before[i]];
        }
    }
}

/* The second half of a counting sort: each row to the next place of its class. */
void sorted_rows(const int32_t *class_of_row, int64_t rows, const int32_t *starts, int64_t classes, int32_t *sorted)
{
    int32_t places[most_classes];
    memcpy(places, starts, classes * sizeof *places);
    for (int64_t row = 0; row < rows; row++) sorted[places[class_of_row[row]]++] = row;
}

/* Counts in four tables by turns. */
void counts(const int32_t *class_of_row, int64_t rows, int64_t classes, int64_t *result)
{
    uint32_t tables[parts][most_classes] = {0};
    int64_t row = 0;
    for (; row + parts <= rows; row += parts)
        for (int i = 0; i < parts; i++) tables[i][class_of_row[row + i]]++;
    for (; row < rows; row++) tables[0][class_of_row[row]]++;
    for (int64_t i = 0; i < classes; i++) result[i] = (int64_t)tables[0][i] + tables[1][i] + tables[2][i] + tables[3][i];
}
