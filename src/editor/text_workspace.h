#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/geometry/shapes.h"
#include "editor/phrase_filter.h"
#include "editor/private_data.h"
#include "editor/regions.h"
#include "editor/text_content.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// One text, or one conversation, being labeled (spec/tags.md 5.4). The page shows it, breaks its
/// lines and finds out what is selected; here is what that means. Places are counted in UTF-16 code
/// units, as browsers count them; results hold code points (spec/results.md 4.8).
class TextWorkspace {
public:
    using Handle = annotation::AreaHandle;

    using Range = TextRange;

    enum class Granularity : std::uint8_t { Symbol, Word, Sentence, Paragraph };
    /// A selection as it was made and, by Granularity, grown to whole words, sentences and
    /// paragraphs: browsers know where these end in every language.
    using Selection = std::array<Range, 4>;

    /// A region of the text that can be shown.
    struct Span {
        Handle region;
        Range range;
    };

    /// What a selection is made for.
    enum class Intent : std::uint8_t {
        Mark, // the label in hand makes it a region; without one it waits
        Wait, // it may still grow, as by fingers or keys: it waits for a label
        Pick, // what it touches is selected, besides what is
    };

    /// What a selection led to.
    enum class Outcome : std::uint8_t {
        Nothing, // it covers nothing
        Kept,    // it waits for a label
        Done,    // it became a region, or regions were selected by it
    };

    /// `regions` and `object` must outlive this. `address`: where the text is to be fetched from;
    /// empty: it is there already, or there is none.
    TextWorkspace(Regions& regions, const config::Tag& object, std::string address);

    const config::Tag& tag() const { return *m_tag; }
    /// Of the annotation that it lies in.
    const annotation::Document& document() const { return m_regions.document(); }
    const Regions& regions() const { return m_regions; }
    const std::string& address() const { return m_address; }
    /// Where the audio of a conversation is; empty: it has none.
    const std::string& audio() const { return m_audio; }
    void setAudio(std::string address) { m_audio = std::move(address); }
    /// HTML, or of a Markdown tag Markdown, that is yet to be read by the page; empty: there is
    /// none.
    const std::string& markup() const { return m_markup; }
    void setMarkup(std::string html) { m_markup = std::move(html); }
    /// nullptr until it is there. Sheets of one task share it.
    const std::shared_ptr<const TextContent>& content() const { return m_content; }
    void setContent(std::shared_ptr<const TextContent> content);
    /// Of a Chat, what it was given: content() has the messages that were added besides.
    const std::shared_ptr<const TextContent>& givenContent() const { return m_given; }
    /// Of a Chat: the next message, as far as it is typed, and the one being changed.
    struct Composer {
        std::size_t role = 0; // of messageRoles()
        std::string text;
        std::optional<Handle> edited;
        std::optional<std::string> change; // of that
    };
    Composer& composer() { return m_composer; }
    const Composer& composer() const { return m_composer; }
    /// Whether the config has labels for it.
    bool canLabel() const { return m_canLabel; }

    /// Of a conversation: what of it is seen.
    PhraseFilter& filter() { return m_filter; }
    const PhraseFilter& filter() const { return m_filter; }
    std::vector<std::size_t> hiddenPhrases() const;

    /// Another document.
    void reload();
    /// The same, whose regions look otherwise.
    void redraw() { m_dirty = {.isAll = true, .regions = {}}; }
    /// These regions came, changed or went.
    void update(std::span<const Handle> changed);
    /// Those whose drawing is out of date, and whether all are; the caller draws them.
    struct Dirty {
        bool isAll = false;
        std::vector<Handle> regions;
    };
    Dirty takeDirty();

    /// Whether the area is a region of this text.
    bool isMine(const annotation::Area& area) const;
    /// Where a region of this text is; nothing if it cannot be shown, or is none.
    std::optional<Range> rangeOf(Handle region) const;
    /// Those that are not hidden, in the order of the text, what holds others before them.
    std::vector<Span> spans() const;
    /// Why a region of this text cannot be shown; nothing while the text is not there.
    std::optional<diagnostics::Diagnostic> faultOf(const annotation::Area& area) const;
    /// The first characters that a region covers, as far as they may be shown, in one line; "" if
    /// it cannot be.
    std::string excerptOf(const annotation::Area& area, std::size_t mostCodePoints,
                          const PrivateData& privateData) const;

    /// What a region of that part of the text is, not added, and without labels; nothing if it
    /// covers nothing that is seen.
    std::optional<annotation::Area> areaOf(const Range& range) const;
    /// The same with the labels that are armed; nothing without one.
    std::optional<annotation::Area> labeledAreaOf(const Range& range) const;
    /// The next line, or phrase of a conversation, from there on and round, that has text and no
    /// region.
    std::optional<Range> nextUnlabeled(std::size_t from) const;
    /// What of the text the page shows without scrolling; empty: not known.
    const Range& inView() const { return m_inView; }
    void setInView(const Range& range) { m_inView = range; }

    /// The browser has this selected.
    Outcome select(const Selection& selection, Intent intent);
    /// The browser has nothing selected any more.
    void unselect() { m_selection.reset(); }
    /// What waits for a label.
    const std::optional<Selection>& selection() const { return m_selection; }
    /// A label is pressed while a selection waits for one: that becomes a region.
    std::optional<Handle> label(const RegionLabel& label);

    /// A click on these regions, the innermost first; none: beside all. As on images
    /// (spec/tags.md 5.2).
    void press(std::span<const Handle> regions, bool isToggling);
    /// Moves the ends of a region to those of a selection, by its granularity; one undo. False if
    /// it may not be changed, or would cover nothing.
    bool setEnds(Handle region, const Selection& selection);
    /// Selects the next region in the order of the text, or the one before, round and round.
    void step(int by);

private:
    Granularity objectGranularity() const;
    const config::Control* findControl(const RegionLabel& label) const;
    std::vector<Range> lines() const;
    std::expected<Range, TextFault> find(const annotation::Area& area) const;
    void takeMessages();
    std::optional<Range> normal(const Range& range) const;
    std::optional<Handle> create(const Selection& selection);
    bool isRepeated(const Range& range, std::span<const RegionLabel> armed) const;
    void pick(const Range& range);

    Regions& m_regions;
    const config::Tag* m_tag;
    std::string m_address;
    std::string m_audio;
    std::string m_markup;
    std::shared_ptr<const TextContent> m_content;
    std::shared_ptr<const TextContent> m_given;
    Composer m_composer;
    bool m_canLabel = false;
    bool m_savesText = false;
    PhraseFilter m_filter;
    std::optional<Selection> m_selection;
    Range m_inView;
    Dirty m_dirty{.isAll = true, .regions = {}};
};

} // namespace cartouche::editor
