#pragma once

#include "core/annotation/document.h"

#include <span>
#include <vector>

namespace cartouche::editor {

/// What is new of the regions of one document from one telling to the next: so many as came,
/// changed or went cost something, however many there are.
class RegionNews {
public:
    using Handle = annotation::AreaHandle;
    struct Lists {
        std::vector<Handle> created;
        std::vector<Handle> changed;
        std::vector<Handle> deleted;
        std::vector<Handle> selected;
        std::vector<Handle> unselected;

        bool areEmpty() const;
    };

    /// Another document: what it begins with is no news, and none of it is selected.
    void restart(const annotation::Document& document);
    /// `touched`: all areas that may have come, changed or gone since the last call.
    Lists take(const annotation::Document& document, std::span<const Handle> touched,
               std::span<const Handle> selection);

private:
    void takeSelection(std::span<const Handle> selection, Lists& lists);

    std::vector<bool> m_isThere; // by the handle, as it was told
    std::vector<Handle> m_selection;
};

} // namespace cartouche::editor
