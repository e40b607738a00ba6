#include "core/quality/special_functions.h"

#include <cmath>

namespace cartouche::quality {

namespace {

constexpr int kMostTerms = 1000;
constexpr double kEnough = 1e-16;
constexpr double kTiny = 1e-300;

double orTiny(double value) {
    return std::abs(value) < kTiny ? kTiny : value;
}

/// Converges fast for x below (a + 1) / (a + b + 2).
double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / orTiny(1 - ((a + b) * x / (a + 1)));
    double fraction = d;
    for (int term = 1; term < kMostTerms; ++term) {
        const double m = term;
        const double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
        d = 1 / orTiny(1 + (even * d));
        c = orTiny(1 + (even / c));
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
        d = 1 / orTiny(1 + (odd * d));
        c = orTiny(1 + (odd / c));
        fraction *= d * c;
        if (std::abs((d * c) - 1) < kEnough) {
            break;
        }
    }
    return fraction;
}

/// The share of the gamma distribution of shape a below x: a series, and a continued fraction for
/// its complement where that converges faster (Press et al., 6.2).
double gammaTail(double a, double x) {
    const double factor = std::exp((a * std::log(x)) - x - std::lgamma(a));
    if (x < a + 1) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < kMostTerms && term > sum * kEnough; ++n) {
            term *= x / (a + n);
            sum += term;
        }
        return 1 - (factor * sum);
    }
    double b = x + 1 - a;
    double c = 1 / kTiny;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < kMostTerms; ++n) {
        const double an = -n * (n - a);
        b += 2;
        d = 1 / orTiny((an * d) + b);
        c = orTiny(b + (an / c));
        fraction *= d * c;
        if (std::abs((d * c) - 1) < kEnough) {
            break;
        }
    }
    return factor * fraction;
}

} // namespace

double digamma(double x) {
    constexpr double kAsymptotic = 10;
    double result = 0;
    for (; x < kAsymptotic; ++x) {
        result -= 1 / x;
    }
    const double inverse = 1 / (x * x);
    const double series =
        inverse *
        ((1.0 / 12) -
         (inverse *
          ((1.0 / 120) -
           (inverse * ((1.0 / 252) - (inverse * ((1.0 / 240) - (inverse * (1.0 / 132)))))))));
    return result + std::log(x) - (1 / (2 * x)) - series;
}

double regularizedBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
        return x <= 0 ? 0 : 1;
    }
    const double factor = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                   (a * std::log(x)) + (b * std::log1p(-x)));
    return x < (a + 1) / (a + b + 2) ? factor * betaFraction(x, a, b) / a
                                     : 1 - (factor * betaFraction(1 - x, b, a) / b);
}

double chiSquaredQuantile(double tail, double degreesOfFreedom) {
    double low = 0;
    double high = 1;
    while (gammaTail(degreesOfFreedom / 2, high / 2) > tail) {
        high *= 2;
    }
    for (double middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
        (gammaTail(degreesOfFreedom / 2, middle / 2) > tail ? low : high) = middle;
    }
    return high;
}

double logistic(double x) {
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

double logLogistic(double x) {
    return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
}

} // namespace cartouche::quality
