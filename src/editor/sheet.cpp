#include "editor/sheet.h"

#include "core/annotation/shape_faults.h"
#include "core/task/object_value.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

namespace {

/// Of the images that a tag shows.
std::vector<std::string> addressesOf(const config::Tag& image, const json::Json& data) {
    const json::Json value = task::resolveValue(image, data).value;
    std::vector<std::string> addresses;
    for (const json::Json& address : value.is_array() ? value : json::Json::array({value})) {
        if (address.is_string() && (value.is_array() || address != "")) {
            addresses.push_back(address.get<std::string>());
        }
    }
    return addresses;
}

/// What a tag shows: the text itself, if it came with the task, or else its address.
std::unique_ptr<TextWorkspace> makeText(Regions& regions, const config::Tag& object,
                                        const json::Json& data) {
    const task::ResolvedValue value = task::resolveValue(object, data);
    const bool isAddress = value.format.kind == task::ValueKind::Url;
    auto text = std::make_unique<TextWorkspace>(
        regions, object,
        isAddress && value.value.is_string() ? value.value.get<std::string>() : "");
    const json::Json audio = variables::resolveVariables(object.text("audioUrl"), data);
    text->setAudio(audio.is_string() ? audio.get<std::string>() : "");
    if (value.format.kind == task::ValueKind::Text || value.format.kind == task::ValueKind::Json) {
        text->setContent(makeTextContent(object, value.value));
    } else if (value.format.kind == task::ValueKind::Html && value.value.is_string()) {
        text->setMarkup(value.value.get<std::string>());
    }
    return text;
}

/// Markdown is no object, since nothing labels it: it stands anywhere.
void collectMarkdown(const config::Tag& tag, std::vector<const config::Tag*>& found) {
    if (tag.kind() == config::TagKind::Markdown) {
        found.push_back(&tag);
    }
    for (const auto& child : tag.children()) {
        collectMarkdown(*child, found);
    }
}

} // namespace

Sheet::Sheet(const config::LabelingInterface& interface, const Assist& assist,
             const json::Json& data, annotation::IdSource newId, RegionsListener listener)
    : regions(interface, assist, history, std::move(newId), std::move(listener)) {
    for (const config::Tag* tag : interface.objects()) {
        if (tag->kind() == config::TagKind::Image || tag->kind() == config::TagKind::Pdf) {
            images.push_back(
                std::make_unique<ImageWorkspace>(regions, *tag, addressesOf(*tag, data)));
        } else if (showsText(*tag)) {
            texts.push_back(makeText(regions, *tag, data));
        }
    }
    std::vector<const config::Tag*> markdown;
    collectMarkdown(interface.root(), markdown);
    for (const config::Tag* tag : markdown) {
        texts.push_back(makeText(regions, *tag, data));
    }
    activeImage = images.empty() ? nullptr : images.front().get();
}

void Sheet::restart(annotation::Document document) {
    history.restart(std::move(document));
    history.takeChanged();
    history.takeChangedRelations();
    changedAreas.restart();
    changedRelations.restart();
    news.restart(history.document());
    faults.clear();
    typed.clear();
    regions.restart();
    for (const auto& image : images) {
        image->reload();
        image->takeArmed();
    }
    for (const auto& text : texts) {
        text->reload();
    }
}

std::vector<annotation::AreaHandle> Sheet::update() {
    auto changed = history.takeChanged();
    changedAreas.note(changed);
    changedRelations.note(history.takeChangedRelations());
    for (const auto& image : images) {
        image->update(changed);
    }
    for (const auto& text : texts) {
        text->update(changed);
    }
    return changed;
}

void Sheet::findFaults(std::span<const annotation::AreaHandle> among) {
    annotation::Name object; // neighbours mostly have one
    const ImageWorkspace* imageOfIt = nullptr;
    const TextWorkspace* textOfIt = nullptr;
    for (const annotation::AreaHandle handle : among) {
        const annotation::Area* area = history.document().areas().find(handle);
        if (area != nullptr && area->object != object) {
            object = area->object;
            imageOfIt = findImage(object.text());
            textOfIt = findText(object.text());
        }
        if (area != nullptr && textOfIt != nullptr) {
            faults.erase(handle.index);
            if (auto fault = textOfIt->faultOf(*area)) {
                faults.emplace(handle.index, std::move(*fault));
            }
            continue;
        }
        const ImageWorkspace* image = area == nullptr || !area->shape ? nullptr : imageOfIt;
        const bool isShown =
            image != nullptr && image->hasImage() && ImageWorkspace::itemOf(*area) == image->item();
        if (image == nullptr || isShown) { // of items that are not shown stays what was found
            faults.erase(handle.index);
        }
        if (isShown) {
            if (auto fault = annotation::shapeFault(*area, image->viewport().image(),
                                                    image->maskProblem(handle))) {
                faults.emplace(handle.index, std::move(*fault));
            }
        }
    }
}

void Sheet::findFaults() {
    if (std::ranges::any_of(images, [](const auto& image) { return image->hasImage(); }) ||
        std::ranges::any_of(texts, [](const auto& text) { return text->content() != nullptr; })) {
        auto handles = history.document().areas().handles();
        findFaults(std::vector(handles.begin(), handles.end()));
    }
}

void Sheet::dropGestures() {
    for (const auto& image : images) {
        image->cancel();
    }
}

ImageWorkspace* Sheet::findImage(std::string_view name) const {
    const auto found = std::ranges::find_if(
        images, [name](const auto& image) { return image->tag().name() == name; });
    return found == images.end() ? nullptr : found->get();
}

TextWorkspace* Sheet::findText(const config::Tag& tag) const {
    const auto found =
        std::ranges::find_if(texts, [&tag](const auto& text) { return &text->tag() == &tag; });
    return found == texts.end() ? nullptr : found->get();
}

TextWorkspace* Sheet::findText(std::string_view name) const {
    const auto found = std::ranges::find_if(
        texts, [name](const auto& text) { return text->tag().name() == name; });
    return found == texts.end() ? nullptr : found->get();
}

void Sheet::lookLike(const Sheet& other) {
    for (const auto& image : other.images) {
        if (ImageWorkspace* own = findImage(image->tag().name())) {
            own->setPageCount(image->itemCount());
            own->showItem(image->item());
            if (image->hasImage() && !own->hasImage()) {
                own->setImageSize(image->viewport().image());
            }
            own->viewport() = image->viewport();
            own->setLook(image->look());
            own->selectTool(image->tool());
        }
    }
    for (const auto& text : other.texts) {
        TextWorkspace* own = findText(text->tag());
        if (own != nullptr && text->givenContent() && own->givenContent() != text->givenContent()) {
            own->setContent(text->givenContent());
        }
    }
}

} // namespace cartouche::editor
