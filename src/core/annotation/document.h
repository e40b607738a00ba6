#pragma once

#include "core/annotation/area.h"
#include "core/annotation/id_index.h"
#include "core/annotation/slots.h"
#include "core/json/checked_text.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::annotation {

/// Gives a fresh result id: 10 characters of A-Z a-z 0-9 _ - (spec/results.md 3.3). Passed in,
/// because the core has no randomness of its own.
using IdSource = std::function<std::string()>;

using AreaHandle = Handle<Area>;
using RelationHandle = Handle<Relation>;

/// An entry of the loaded array that is not understood: kept, so that saving does not lose it.
struct KeptEntry {
    std::string_view source;
    std::uint32_t position = 0;

    bool operator==(const KeptEntry&) const = default;
};

/// What was labeled: areas with their results, and relations between them. Comfortable with a
/// million areas. Only steps (steps.h) and loading change one; everything else sees it const.
class Document {
public:
    Document() = default;
    /// `loaded` is the array that the sources of results are parts of.
    explicit Document(json::CheckedText loaded) : m_loaded(std::move(loaded)) {}

    const Slots<Area>& areas() const { return m_areas; }
    const Slots<Relation>& relations() const { return m_relations; }
    std::span<const KeptEntry> kept() const { return m_kept; }
    const json::CheckedText& loaded() const { return m_loaded; }
    std::size_t loadedCount() const { return m_loadedCount; }

    /// The first area with that id.
    std::optional<AreaHandle> findArea(std::string_view id) const;
    /// The one of these that lies on that object and item.
    std::optional<AreaHandle> findArea(std::string_view id, std::string_view object,
                                       int item) const;

    /// Areas that are about an object as a whole, in order.
    std::vector<AreaHandle> wholeObjects() const;
    /// What a control says about its object as a whole, or about an item of it; nullptr: nothing.
    /// Of several results the last counts (spec/results.md 7, rule 9).
    const Result* findAnswer(std::string_view control, int item = Area::kWholeObject) const;

    AreaHandle add(Area&& area);
    /// The same, while loading, of an area that the caller fills: it is valid until the next one.
    Area& addLoaded(std::string id, std::optional<geometry::Shape>&& shape);
    RelationHandle add(Relation&& relation) { return m_relations.add(std::move(relation)); }
    void keep(KeptEntry entry) { m_kept.push_back(entry); }
    void setOrigin(Origin origin); // of all areas
    /// As if everything had been changed: it is written anew, from what was understood of it.
    void touchAll();
    /// Another text that sources of results are parts of: it lives as long as the document.
    void keepText(json::CheckedText text) { m_texts.push_back(std::move(text)); }
    void setLoadedCount(std::size_t count) { m_loadedCount = count; }
    Slots<Area>& slots(const Area*) { return m_areas; }
    Slots<Relation>& slots(const Relation*) { return m_relations; }
    /// Of a session, and not recorded (spec/edge-cases.md 8).
    void setHidden(AreaHandle area, bool isHidden);
    void setLocked(AreaHandle area, bool isLocked);

    /// Compares what is there, not what was erased.
    bool operator==(const Document& other) const {
        return m_areas == other.m_areas && m_relations == other.m_relations &&
               m_kept == other.m_kept;
    }

private:
    AreaHandle file(AreaHandle added); // where its id and kind are looked up

    json::CheckedText m_loaded;
    std::size_t m_loadedCount = 0; // entries in it
    std::vector<json::CheckedText> m_texts;
    Slots<Area> m_areas;
    Slots<Relation> m_relations;
    std::vector<KeptEntry> m_kept;
    std::vector<AreaHandle> m_wholeObjects; // with those that are erased
    IdIndex m_byId;
};

} // namespace cartouche::annotation
