#include "core/geometry/spatial_index.h"

#include <utility>

namespace cartouche::geometry {

namespace {

constexpr std::uint32_t kMostInLeaf = 16;
constexpr std::uint32_t kFewest = 8; // fewer are not worth a division
constexpr double kLeastSidePx = 2;

} // namespace

/// Also whether its centre is in the square at all, which may be otherwise only in the uppermost.
bool SpatialIndex::Place::holdsInQuarter(const Bounds& bounds) const {
    const Point center = bounds.center();
    return bounds.width() <= side / 2 && bounds.height() <= side / 2 && x <= center.x &&
           center.x < x + side && y <= center.y && center.y < y + side;
}

void SpatialIndex::insert(std::uint32_t id, const Bounds& bounds) {
    remove(id);
    if (id >= m_entries.size()) {
        m_entries.resize(std::size_t{id} + 1);
    }
    m_entries[id].bounds = bounds;
    std::uint32_t at = 0;
    Place place = kWorld;
    while (true) {
        ++m_squares[at].count;
        if (m_squares[at].quarters == kNone && m_squares[at].ownCount >= kMostInLeaf &&
            place.side > kLeastSidePx) {
            divide(at, place);
        }
        if (m_squares[at].quarters == kNone || !place.holdsInQuarter(bounds)) {
            break;
        }
        const std::uint32_t number = place.quarterWith(bounds.center());
        at = m_squares[at].quarters + number;
        place = place.quarter(number);
    }
    link(id, at);
}

void SpatialIndex::remove(std::uint32_t id) {
    if (find(id) == nullptr) {
        return;
    }
    const Entry entry = m_entries[id];
    unlink(id);
    std::uint32_t sparse = kNone; // the uppermost square on the way that now holds few
    Place place = kWorld;
    std::uint32_t at = 0;
    while (true) {
        --m_squares[at].count;
        if (sparse == kNone && m_squares[at].count <= kFewest) {
            sparse = at;
        }
        if (at == entry.square) {
            break;
        }
        const std::uint32_t number = place.quarterWith(entry.bounds.center());
        at = m_squares[at].quarters + number;
        place = place.quarter(number);
    }
    if (sparse != kNone) {
        gather(sparse, sparse);
    }
}

void SpatialIndex::clear() {
    m_entries.clear();
    m_squares.assign(1, {});
    m_freeQuarters.clear();
}

const Bounds* SpatialIndex::find(std::uint32_t id) const {
    const bool isThere = id < m_entries.size() && m_entries[id].square != kNone;
    return isThere ? &m_entries[id].bounds : nullptr;
}

void SpatialIndex::divide(std::uint32_t at, const Place& place) {
    const std::uint32_t quarters = takeQuarters();
    m_squares[at].quarters = quarters;
    std::uint32_t next = kNone;
    for (std::uint32_t id = m_squares[at].firstEntry; id != kNone; id = next) {
        next = m_entries[id].next;
        const Bounds& bounds = m_entries[id].bounds;
        if (place.holdsInQuarter(bounds)) {
            const std::uint32_t quarter = quarters + place.quarterWith(bounds.center());
            unlink(id);
            link(id, quarter);
            ++m_squares[quarter].count;
        }
    }
}

/// Moves all from below one square into the list of another, and gives its quarters back.
void SpatialIndex::gather(std::uint32_t from, std::uint32_t into) {
    const std::uint32_t quarters = std::exchange(m_squares[from].quarters, kNone);
    if (quarters == kNone) {
        return;
    }
    for (std::uint32_t quarter = quarters; quarter < quarters + 4; ++quarter) {
        gather(quarter, into);
        while (m_squares[quarter].firstEntry != kNone) {
            const std::uint32_t id = m_squares[quarter].firstEntry;
            unlink(id);
            link(id, into);
        }
        m_squares[quarter] = {};
    }
    m_freeQuarters.push_back(quarters);
}

void SpatialIndex::link(std::uint32_t id, std::uint32_t at) {
    Square& square = m_squares[at];
    Entry& entry = m_entries[id];
    entry.square = at;
    entry.previous = kNone;
    entry.next = std::exchange(square.firstEntry, id);
    if (entry.next != kNone) {
        m_entries[entry.next].previous = id;
    }
    ++square.ownCount;
}

void SpatialIndex::unlink(std::uint32_t id) {
    Entry& entry = m_entries[id];
    Square& square = m_squares[entry.square];
    if (entry.previous == kNone) {
        square.firstEntry = entry.next;
    } else {
        m_entries[entry.previous].next = entry.next;
    }
    if (entry.next != kNone) {
        m_entries[entry.next].previous = entry.previous;
    }
    --square.ownCount;
    entry.square = kNone;
}

std::uint32_t SpatialIndex::takeQuarters() {
    if (!m_freeQuarters.empty()) {
        const std::uint32_t quarters = m_freeQuarters.back();
        m_freeQuarters.pop_back();
        return quarters;
    }
    const auto quarters = static_cast<std::uint32_t>(m_squares.size());
    m_squares.resize(m_squares.size() + 4);
    return quarters;
}

} // namespace cartouche::geometry
