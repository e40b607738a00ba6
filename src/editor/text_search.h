#pragma once

#include "editor/text_workspace.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cartouche::editor {

/// A phrase that is looked for in the texts of a task, in letters of either case, and a place in
/// them that is to be seen. Of the session: neither saved nor undone.
class TextSearch {
public:
    using Texts = std::span<const std::unique_ptr<TextWorkspace>>;

    struct Hit {
        const config::Tag* text = nullptr;
        TextRange range;
    };

    const std::string& phrase() const { return m_phrase; }
    /// Goes to the first hit from what is in view on.
    void find(std::string phrase, Texts texts);
    /// Texts came or went: looks again, and goes nowhere.
    void renew(Texts texts);
    /// In the order of the texts.
    const std::vector<Hit>& hits() const { return m_hits; }
    bool isCut() const { return m_isCut; } // there are more
    /// Which of the hits is looked at.
    std::optional<std::size_t> current() const { return m_current; }
    /// The next one, or the one before, round and round.
    void step(int by);

    /// A place that is to be seen, and stands out.
    struct Spot {
        Hit place;
        std::uint64_t serial = 0; // another one each time
    };
    const std::optional<Spot>& spot() const { return m_spot; }
    void show(const Hit& place) { m_spot = {place, ++m_serial}; }
    /// Another number whenever the hits are others.
    std::uint64_t revision() const { return m_revision; }

private:
    std::string m_phrase;
    std::vector<Hit> m_hits;
    bool m_isCut = false;
    std::optional<std::size_t> m_current;
    std::optional<Spot> m_spot;
    std::uint64_t m_serial = 0;
    std::uint64_t m_revision = 0;
};

} // namespace cartouche::editor
