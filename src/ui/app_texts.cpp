// The texts of a task, which the page lays over the canvas: where they come from, and what is
// selected in them; and items of Taxonomies, which are fetched as texts are.

#include "core/task/object_value.h"
#include "ui/app.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace cartouche::ui {

using editor::TextWorkspace;

namespace {

Markup markupOf(const TextWorkspace& text) {
    return {text.markup(), text.tag().kind() == config::TagKind::Markdown};
}

} // namespace

void App::requestTexts() {
    for (const auto& text : m_editor.texts()) {
        const std::string& url = text->address();
        if (!url.empty() && !text->content() && m_requestedTexts.insert(url).second) {
            m_listener.onTextNeeded(url);
        }
    }
    requestMarkups();
}

void App::requestItems() {
    for (const editor::FetchedItems::Place& place : m_editor.fetchedItems().takeNeeded()) {
        m_listener.onItemsNeeded(place);
    }
}

void App::setFetchedItems(const editor::FetchedItems::Place& place,
                          const std::optional<std::string>& text, std::string problem) {
    touch();
    m_editor.setItems(place, text, std::move(problem));
    m_styles->clear(); // items have colours
    m_faintStyles->clear();
}

/// What was asked for is asked for once, and known by its place.
void App::requestMarkups() {
    for (const auto& text : m_editor.texts()) {
        Markup markup = markupOf(*text);
        if (!markup.source.empty() && !text->content() &&
            !std::ranges::contains(m_markups, markup)) {
            m_markups.push_back(std::move(markup));
            m_listener.onMarkupNeeded(static_cast<std::uint32_t>(m_markups.size() - 1),
                                      m_markups.back());
        }
    }
}

void App::setMarkup(std::uint32_t markup, const text::MarkupNode& root) {
    touch();
    if (markup >= m_markups.size()) {
        return; // of another task
    }
    const Markup wanted = m_markups[markup];
    std::shared_ptr<const editor::TextContent> content;
    for (const auto& text : m_editor.texts()) {
        if (!text->content() && markupOf(*text) == wanted) {
            content = content ? content : std::make_shared<editor::TextContent>(root, markup);
            m_editor.setTextContent(*text, content);
        }
    }
}

void App::setFetchedText(std::string_view url, const std::optional<std::string>& text,
                         const std::string& problem) {
    touch();
    for (const auto& shown : m_editor.texts()) {
        if (shown->address() != url || shown->content()) {
            continue;
        }
        const config::Tag& tag = shown->tag();
        if (!text) {
            m_editor.report({diagnostics::Code::ValueUnreachable, problem, tag.where("value")});
            continue;
        }
        auto value = task::readFetched(tag, task::findValueFormat(tag), *text);
        if (value && tag.kind() == config::TagKind::HyperText) {
            shown->setMarkup(value->get<std::string>());
        } else if (value) {
            m_editor.setTextContent(*shown, editor::makeTextContent(tag, *value));
        } else {
            value.error().where = tag.where("value");
            m_editor.report(std::move(value.error()));
        }
    }
    requestMarkups();
}

void App::setTextHeight(std::uint32_t widget, float height) {
    touch();
    m_textLayers.setHeight(widget, height);
}

TextWorkspace::Outcome App::selectText(std::uint32_t widget,
                                       const std::optional<TextWorkspace::Selection>& selection,
                                       TextWorkspace::Intent intent) {
    touch();
    TextWorkspace* text = m_textLayers.find(widget);
    if (text == nullptr) {
        return TextWorkspace::Outcome::Nothing;
    }
    if (!selection) {
        text->unselect();
        return TextWorkspace::Outcome::Nothing;
    }
    return text->select(*selection, intent);
}

void App::pressText(std::uint32_t widget, std::span<const annotation::AreaHandle> regions,
                    bool isToggling) {
    touch();
    if (TextWorkspace* text = m_textLayers.find(widget)) {
        text->press(regions, isToggling);
    }
}

void App::acceptOffer(annotation::AreaHandle offer) {
    touch();
    const editor::Candidates* candidates = m_editor.candidates();
    if (candidates != nullptr && std::ranges::contains(candidates->offered(), offer)) {
        m_editor.accept({offer});
    }
}

void App::setTextInView(std::uint32_t widget, const TextWorkspace::Range& range) {
    if (TextWorkspace* text = m_textLayers.find(widget)) {
        text->setInView(range);
    }
}

bool App::setTextEnds(std::uint32_t widget, annotation::AreaHandle region,
                      const TextWorkspace::Selection& selection) {
    touch();
    TextWorkspace* text = m_textLayers.find(widget);
    return text != nullptr && text->setEnds(region, selection);
}

} // namespace cartouche::ui
