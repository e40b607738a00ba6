// Items of Taxonomies that stand at an address: what the page is asked for, and what it answers.

#include "core/config/answers.h"
#include "core/language/message.h"
#include "editor/editor.h"

#include <algorithm>
#include <expected>
#include <utility>

namespace cartouche::editor {

using config::TaxonomyControl;

void Editor::needItems(const TaxonomyControl& taxonomy, annotation::Path path) {
    if (!taxonomy.address().empty()) {
        forgetItemsProblem(taxonomy);
        m_fetchedItems.need({std::string(taxonomy.address()), std::move(path)});
    }
}

void Editor::restartItems() {
    m_fetchedItems.restart();
    for (const TaxonomyControl& taxonomy : m_interface.taxonomies()) {
        needItems(taxonomy, {});
    }
}

void Editor::setItems(const FetchedItems::Place& place, const std::optional<std::string>& text,
                      std::string problem) {
    if (!m_fetchedItems.isWaiting(place)) {
        return; // of another task
    }
    std::expected<std::vector<config::Choice>, std::string> items = std::unexpected(problem);
    if (text) {
        items = config::readFetchedItems(*text);
        problem = items ? "" : language::say("answers.items-broken", {{"fault", items.error()}});
    }
    if (items) {
        m_fetchedItems.finish(place);
    } else {
        m_fetchedItems.fail(place, problem);
    }
    for (const TaxonomyControl& taxonomy : m_interface.taxonomies()) {
        if (taxonomy.address() != place.address) {
            continue;
        }
        if (items) {
            m_interface.addItems(*taxonomy.tag, place.path, *items);
        }
        noteItems(taxonomy, problem);
    }
}

void Editor::forgetItemsProblem(const TaxonomyControl& taxonomy) {
    std::erase_if(m_diagnostics, [&taxonomy](const diagnostics::Diagnostic& before) {
        return before.code == diagnostics::Code::ValueUnreachable &&
               before.where == taxonomy.tag->where("apiUrl");
    });
}

/// `problem`: why there are none; empty: they are there.
void Editor::noteItems(const TaxonomyControl& taxonomy, const std::string& problem) {
    forgetItemsProblem(taxonomy);
    if (!problem.empty()) {
        report({diagnostics::Code::ValueUnreachable, problem, taxonomy.tag->where("apiUrl")});
    } else if (taxonomy.isLabeling) {
        for (const auto& text : sheet().texts) {
            text->redraw(); // items have colours
        }
    }
}

} // namespace cartouche::editor
