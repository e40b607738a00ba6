#include "core/annotation/history.h"

#include <ranges>
#include <utility>

namespace cartouche::annotation {

namespace {

/// Takes back what earlier transactions did. They stay in the history before it, and their steps
/// with them.
class Rewind final : public Step {
public:
    explicit Rewind(std::span<const Transaction> transactions) {
        for (const Transaction& transaction : transactions) {
            for (const auto& step : transaction.steps) {
                m_steps.push_back(step.get());
            }
        }
    }

    void apply(Document& document) override {
        for (Step* step : std::views::reverse(m_steps)) {
            step->revert(document);
        }
    }
    void revert(Document& document) override {
        for (Step* step : m_steps) {
            step->apply(document);
        }
    }

private:
    std::vector<Step*> m_steps;
};

} // namespace

void History::restart(Document document) {
    m_document = std::move(document);
    m_transactions.clear();
    m_done = 0;
    m_isReadonly = false;
}

/// Of steps that are applied already. What had been undone is forgotten.
void History::record(Transaction transaction) {
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

std::size_t History::lastClean() const {
    std::size_t clean = m_done;
    while (clean > 0 && !m_transactions[clean - 1].isReset) {
        --clean;
    }
    return clean;
}

void History::reset() {
    const std::size_t clean = lastClean();
    Transaction transaction{
        .label = language::later("command.annotation:reset"), .steps = {}, .isReset = true};
    transaction.steps.push_back(std::make_unique<Rewind>(
        std::span<const Transaction>(m_transactions).subspan(clean, m_done - clean)));
    transaction.steps.back()->apply(m_document);
    record(std::move(transaction));
}

} // namespace cartouche::annotation
