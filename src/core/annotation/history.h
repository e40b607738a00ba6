#pragma once

#include "core/annotation/annotation.h"
#include "core/annotation/steps.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace cartouche::annotation {

/// What one user action did: its steps are undone and redone together.
struct Transaction {
    std::string label; // what a history list shows: "Pets: Cat"
    std::vector<std::unique_ptr<Step>> steps;
};

/// An annotation and everything that was done to it. Nothing else changes an annotation.
class History {
public:
    const Annotation& document() const { return m_document; }

    /// Starts over from a loaded annotation: nothing to undo.
    void restart(Annotation document);
    /// Does the steps and records them as one undo; what had been undone is forgotten.
    void apply(Transaction transaction);

    /// Whether the document differs from the one it was restarted with.
    bool isChanged() const { return m_document != m_initial; }
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_transactions.size(); }
    void undo();
    void redo();
    /// Takes everything back to the loaded state, as one new undoable transaction
    /// (spec/embedding.md 8).
    void reset();

private:
    Annotation m_document;
    Annotation m_initial;
    std::vector<Transaction> m_transactions;
    std::size_t m_done = 0;
};

} // namespace cartouche::annotation
