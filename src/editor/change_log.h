#pragma once

#include "core/annotation/slots.h"

#include <span>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// Which things of a document were changed since it was laid out, and which of them since the
/// journal was last told. Each is named once, however often it changed.
template <typename T>
class ChangeLog {
public:
    using Handle = annotation::Handle<T>;

    void note(std::span<const Handle> handles) {
        for (const Handle handle : handles) {
            add(m_all, handle);
            add(m_fresh, handle);
        }
    }
    const std::vector<Handle>& all() const { return m_all.handles; }
    const std::vector<Handle>& fresh() const { return m_fresh.handles; }
    void forgetFresh() { m_fresh = {}; }
    /// As if the journal had never been told.
    void renew() { m_fresh = m_all; }
    void restart() { m_all = m_fresh = {}; }

private:
    struct Set {
        std::vector<Handle> handles;
        std::vector<bool> isIn;
    };

    static void add(Set& set, Handle handle) {
        if (set.isIn.size() <= handle.index) {
            set.isIn.resize(handle.index + 1);
        }
        if (!set.isIn[handle.index]) {
            set.isIn[handle.index] = true;
            set.handles.push_back(handle);
        }
    }

    Set m_all;
    Set m_fresh;
};

} // namespace cartouche::editor
