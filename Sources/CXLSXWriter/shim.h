#pragma once
// libxlsxwriter 1.1.4 or newer: workbooks with formulas, their cached values and native charts.
#include <xlsxwriter.h>
