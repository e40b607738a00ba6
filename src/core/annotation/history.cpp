#include "core/annotation/history.h"

#include <ranges>
#include <utility>

namespace cartouche::annotation {

void History::restart(Annotation document) {
    m_initial = document;
    m_document = std::move(document);
    m_transactions.clear();
    m_done = 0;
}

void History::apply(Transaction transaction) {
    for (const auto& step : transaction.steps) {
        step->apply(m_document);
    }
    m_transactions.resize(m_done);
    m_transactions.push_back(std::move(transaction));
    ++m_done;
}

void History::undo() {
    if (!canUndo()) {
        return;
    }
    --m_done;
    for (const auto& step : std::views::reverse(m_transactions[m_done].steps)) {
        step->revert(m_document);
    }
}

void History::redo() {
    if (!canRedo()) {
        return;
    }
    for (const auto& step : m_transactions[m_done].steps) {
        step->apply(m_document);
    }
    ++m_done;
}

void History::reset() {
    Transaction transaction;
    transaction.label = "Reset";
    transaction.steps.push_back(std::make_unique<ReplaceAll>(m_initial));
    apply(std::move(transaction));
}

} // namespace cartouche::annotation
