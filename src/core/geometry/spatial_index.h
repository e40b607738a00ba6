#pragma once

#include "core/geometry/pixels.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cartouche::geometry {

/// Finds what lies in an area of an image, among up to millions of upright boxes.
///
/// A loose quadtree (T. Ulrich, "Loose Octrees", Game Programming Gems, 2000): squares of half the
/// side within squares, and a box in the square that holds its centre and whose side is no less
/// than its own, so that it never sticks out by more than half a side. How deep a box lies is
/// thereby known from the box alone, and inserting, removing and updating take at most the 22
/// steps down. As in a bucket quadtree (H. Samet, "Foundations of Multidimensional and Metric Data
/// Structures", 2006) a square is only divided when more than 16 boxes are in it, and its quarters
/// are given back when no more than 8 are left in it. Each square counts what is in it, so that a
/// query does not enter empty ones.
///
/// A query looks at what it finds, the boxes of like size near its edges, and the squares above
/// them; long and thin boxes count as large in both directions. Boxes without an end, larger than
/// the tree or outside it lie in its uppermost square, where each query looks at them. An entry
/// takes 48 bytes and its share of the squares about 8. Bounds that are empty or no numbers are
/// kept and never found.
class SpatialIndex {
public:
    /// Ids are the indexes of a table: small and dense. One that is there is replaced.
    void insert(std::uint32_t id, const Bounds& bounds);
    void update(std::uint32_t id, const Bounds& bounds) { insert(id, bounds); }
    /// Does nothing if it is not there.
    void remove(std::uint32_t id);
    void clear();

    std::size_t size() const { return m_squares.front().count; }
    /// nullptr if it is not there; good until the next change.
    const Bounds* find(std::uint32_t id) const;

    /// Calls onFound(id) once for each whose bounds meet the area, edges included, in no order. The
    /// index must not be changed meanwhile.
    template <typename OnFound>
    void query(const Bounds& area, OnFound onFound) const {
        hasAny(area, [&onFound](std::uint32_t id) {
            onFound(id);
            return false;
        });
    }

    /// Whether isWanted(id) is true for any whose bounds meet the area; ends with the first.
    template <typename IsWanted>
    bool hasAny(const Bounds& area, IsWanted isWanted) const {
        return hasAnyBelow(0, kWorld, area, isWanted);
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    struct Entry {
        Bounds bounds;
        std::uint32_t square = kNone;   // in whose list it is; none: it is not there
        std::uint32_t previous = kNone; // in that list
        std::uint32_t next = kNone;
    };

    struct Square {
        std::uint32_t quarters = kNone; // the first of four
        std::uint32_t firstEntry = kNone;
        std::uint32_t ownCount = 0; // in its list
        std::uint32_t count = 0;    // and in all below it
    };

    /// Where a square is: its upper left corner and its side.
    struct Place {
        double x = 0;
        double y = 0;
        double side = 0;

        Place quarter(std::uint32_t number) const {
            const double half = side / 2;
            return {number % 2 == 0 ? x : x + half, number < 2 ? y : y + half, half};
        }
        std::uint32_t quarterWith(Point point) const {
            return (point.x < x + side / 2 ? 0U : 1U) + (point.y < y + side / 2 ? 0U : 2U);
        }
        bool holdsInQuarter(const Bounds& bounds) const;
        /// Around all that may be in it; a little more, since a centre is rounded.
        Bounds reach() const { return Bounds{x, y, x + side, y + side}.grown(0.51 * side); }
    };

    static constexpr Place kWorld{-4194304, -4194304, 8388608};

    template <typename IsWanted>
    bool hasAnyBelow(std::uint32_t at, const Place& place, const Bounds& area,
                     IsWanted& isWanted) const {
        const Square& square = m_squares[at];
        for (auto id = square.firstEntry; id != kNone; id = m_entries[id].next) {
            if (m_entries[id].bounds.intersects(area) && isWanted(id)) {
                return true;
            }
        }
        for (std::uint32_t number = 0; square.quarters != kNone && number < 4; ++number) {
            const Place quarter = place.quarter(number);
            if (m_squares[square.quarters + number].count > 0 && quarter.reach().intersects(area) &&
                hasAnyBelow(square.quarters + number, quarter, area, isWanted)) {
                return true;
            }
        }
        return false;
    }

    void divide(std::uint32_t at, const Place& place);
    void gather(std::uint32_t from, std::uint32_t into);
    void link(std::uint32_t id, std::uint32_t at);
    void unlink(std::uint32_t id);
    std::uint32_t takeQuarters();

    std::vector<Entry> m_entries;            // by id
    std::vector<Square> m_squares{Square{}}; // the uppermost first
    std::vector<std::uint32_t> m_freeQuarters;
};

} // namespace cartouche::geometry
