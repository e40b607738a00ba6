#pragma once

#include "core/geometry/pixels.h"

namespace cartouche::editor {

/// How an image lies on the stage that shows it: the map between pixels of the original image and
/// CSS pixels from the stage's upper left corner, by scale, place and quarter turns.
class Viewport {
public:
    /// How a tag wants its image shown (spec/tags.md 3, Image).
    struct Rules {
        enum class Start { Fit, Original, Smaller }; // the last: fitted, but never magnified
        enum class Align { Start, Center, End };
        Start start = Start::Fit;
        Align horizontal = Align::Center;
        Align vertical = Align::Center;
        bool canShrink = false; // smaller than fitted
    };
    void setRules(const Rules& rules) { m_rules = rules; }

    /// Both are fitted anew, unless the labeler has zoomed.
    void setImage(geometry::Size image);
    void setStage(geometry::Size stage);

    /// The whole image, as large as the stage allows.
    void fit();
    /// The view at the beginning.
    void restart();
    /// `scale` in CSS pixels a pixel of the image. What lies at `at`, on the stage, stays there.
    void zoomTo(double scale, geometry::Point at);
    void zoomBy(double factor, geometry::Point at) { zoomTo(m_scale * factor, at); }
    void panBy(double x, double y);
    /// Brings a pixel to the middle of the stage.
    void centerOn(geometry::Point image);
    /// Clockwise, by 90 degrees each.
    void turn(int quarters);

    geometry::Point toStage(geometry::Point image) const;
    geometry::Point toImage(geometry::Point stage) const;
    /// What of the image's plane the stage shows, as a box around it.
    geometry::Bounds visible() const;

    geometry::Size image() const { return m_image; }
    geometry::Size stage() const { return m_stage; }
    geometry::Point center() const { return {m_stage.width / 2, m_stage.height / 2}; }
    double scale() const { return m_scale; }
    /// Degrees: 0, 90, 180 or 270.
    int rotation() const { return m_quarters * 90; }
    bool isFitted() const { return m_isFitted; }
    /// Whether nothing of the image lies outside the stage.
    bool seesAll() const;

private:
    double fittingScale() const;
    geometry::Point turned(geometry::Point vector, int quarters) const;
    void align();
    void keepInView();

    Rules m_rules;
    geometry::Size m_image{1, 1};
    geometry::Size m_stage{1, 1};
    geometry::Point m_middle; // of the stage, in pixels of the image
    double m_scale = 1;
    int m_quarters = 0;
    bool m_isFitted = true;
    bool m_isStart = true; // the labeler has not changed it
};

} // namespace cartouche::editor
