#pragma once

#include "core/annotation/document.h"
#include "core/annotation/steps.h"
#include "core/language/later.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cartouche::annotation {

/// What one user action did: its steps are undone and redone together.
struct Transaction {
    language::Later label; // what a history list shows: "Pets: Cat"
    std::vector<std::unique_ptr<Step>> steps;
    /// Whether the document stands as it was loaded after this.
    bool isReset = false;
};

/// A document and everything that was done to it. Nothing else changes a document; what a session
/// merely shows or hides goes by setHidden() and setLocked() and is not recorded.
class History {
public:
    const Document& document() const { return m_document; }

    /// Starts over from a loaded document: nothing to undo, and nothing read-only.
    void restart(Document document);

    /// Whether anything was done since the start, or since the last reset.
    bool isChanged() const { return m_done > lastClean(); }
    /// What was done and what was undone, in order; the first `doneCount` are done.
    std::span<const Transaction> transactions() const { return m_transactions; }
    std::size_t doneCount() const { return m_done; }
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_transactions.size(); }
    void undo();
    void redo();
    /// Takes everything back to the loaded state, as one new transaction that can be undone
    /// (spec/embedding.md 8).
    void reset();

    /// The areas that may have changed since the last call, and whether they are there.
    std::vector<AreaHandle> takeChanged() {
        return m_document.slots(static_cast<const Area*>(nullptr)).takeChanged();
    }

    /// The same of relations.
    std::vector<RelationHandle> takeChangedRelations() {
        return m_document.slots(static_cast<const Relation*>(nullptr)).takeChanged();
    }

    /// Of what may only be looked at: an edit is then never recorded, and so taken back.
    void setReadonly(bool isReadonly) { m_isReadonly = isReadonly; }
    bool isReadonly() const { return m_isReadonly; }
    /// Areas that are to be added may have their sources in this text.
    void keepText(json::CheckedText text) { m_document.keepText(std::move(text)); }

    void setHidden(AreaHandle area, bool isHidden) { m_document.setHidden(area, isHidden); }
    void setLocked(AreaHandle area, bool isLocked) { m_document.setLocked(area, isLocked); }

private:
    friend class Edit;

    void record(Transaction transaction);
    std::size_t lastClean() const;

    Document m_document;
    std::vector<Transaction> m_transactions;
    std::size_t m_done = 0;
    bool m_isReadonly = false;
};

} // namespace cartouche::annotation
