#pragma once

/// Functions of statistics that the standard library lacks.
namespace cartouche::quality {

/// The derivative of log Γ at x > 0, to about 12 digits: recurrence up to 10, then the asymptotic
/// series (Abramowitz, Stegun 6.3.5 and 6.3.18).
double digamma(double x);

/// The share of the beta distribution below x: I_x(a, b), for a, b > 0 and x from 0 to 1. By the
/// continued fraction of Lentz (Press et al., "Numerical Recipes", 6.4).
double regularizedBeta(double x, double a, double b);

/// Above which x the share `tail` of the chi-squared distribution lies; tail in (0, 1), degrees of
/// freedom above 0.
double chiSquaredQuantile(double tail, double degreesOfFreedom);

/// 1 / (1 + exp(−x)) without overflow.
double logistic(double x);

/// log(1 / (1 + exp(−x))) without cancellation.
double logLogistic(double x);

} // namespace cartouche::quality
