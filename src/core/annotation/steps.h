#pragma once

#include "core/annotation/document.h"

#include <optional>
#include <utility>

namespace cartouche::annotation {

/// The only thing that changes a document; it knows its inverse. apply() and revert() alternate.
class Step {
public:
    Step() = default;
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    virtual ~Step() = default;

    virtual void apply(Document& document) = 0;
    virtual void revert(Document& document) = 0;
};

/// Adds an Area or a Relation.
template <typename T>
class Add final : public Step {
public:
    explicit Add(T thing) : m_thing(std::move(thing)) {}

    void apply(Document& document) override {
        if (m_thing) {
            m_handle = document.add(std::move(*m_thing));
            m_thing.reset();
        } else {
            slots(document).restore(m_handle);
        }
    }
    void revert(Document& document) override { slots(document).erase(m_handle); }

    /// Once it was applied.
    Handle<T> handle() const { return m_handle; }

private:
    static Slots<T>& slots(Document& document) { return document.slots(static_cast<T*>(nullptr)); }

    std::optional<T> m_thing; // until it is in the document
    Handle<T> m_handle;
};

/// Takes away an Area or a Relation.
template <typename T>
class Remove final : public Step {
public:
    explicit Remove(Handle<T> handle) : m_handle(handle) {}

    void apply(Document& document) override { slots(document).erase(m_handle); }
    void revert(Document& document) override { slots(document).restore(m_handle); }

private:
    static Slots<T>& slots(Document& document) { return document.slots(static_cast<T*>(nullptr)); }

    Handle<T> m_handle;
};

/// Puts another value in the place of one member: `Exchange<&Area::shape>`.
template <auto Member>
class Exchange;

template <typename T, typename Value, Value T::* Member>
class Exchange<Member> final : public Step {
public:
    static constexpr char kMember = 0; // its address stands for the member
    Exchange(Handle<T> handle, Value value) : m_handle(handle), m_other(std::move(value)) {}

    void apply(Document& document) override { exchange(document); }
    void revert(Document& document) override { exchange(document); }

private:
    void exchange(Document& document) {
        T& thing = *document.slots(static_cast<T*>(nullptr)).find(m_handle);
        std::swap(thing.*Member, m_other);
        std::swap(thing.isTouched, m_isOtherTouched);
    }

    Handle<T> m_handle;
    Value m_other; // what the document does not hold at the moment
    bool m_isOtherTouched = true;
};

} // namespace cartouche::annotation
