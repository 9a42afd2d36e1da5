// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/qr_view.h"

#include <QPainter>
#include <qrcodegen/qrcodegen.hpp>

namespace holdfast::views {

namespace {

constexpr int quietModules = 4; // ISO/IEC 18004
constexpr int side = 232; // pixels; from a phone's distance every module is seen

} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code for the app"));
}

bool QrView::setText(const contract::Secret& text)
{
    m_size = 0;
    m_dark.clear();
    if (!text.isEmpty()) {
        std::vector<uint8_t> bytes(text.reveal().begin(), text.reveal().end());
        try {
            const auto code = qrcodegen::QrCode::encodeBinary(bytes, qrcodegen::QrCode::Ecc::MEDIUM);
            m_size = code.getSize();
            m_dark.resize(m_size * m_size);
            for (int row = 0; row < m_size; ++row) {
                for (int column = 0; column < m_size; ++column) {
                    m_dark.setBit(row * m_size + column, code.getModule(column, row));
                }
            }
        } catch (const qrcodegen::data_too_long&) {
            m_size = 0;
        }
        std::fill(bytes.begin(), bytes.end(), uint8_t {0});
    }
    update();
    return text.isEmpty() || m_size > 0;
}

QSize QrView::sizeHint() const
{
    return {side, side};
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), 6, 6);
    if (m_size == 0) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int module = std::max(1, std::min(width(), height()) / (m_size + 2 * quietModules));
    const int left = (width() - m_size * module) / 2;
    const int top = (height() - m_size * module) / 2;
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (isDark(column, row)) {
                painter.fillRect(left + column * module, top + row * module, module, module, Qt::black);
            }
        }
    }
}

} // namespace holdfast::views
