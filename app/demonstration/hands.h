// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"
#include "services/contract/secret.h"
#include "services/contract/timestamp.h"
#include "services/contract/token.h"

#include <vector>

namespace holdfast::demonstration {

// What somebody of the demonstration has in the hand and in the head: of these few people alone it is known.
struct Hand
{
    QString userName;
    QString displayName;
    QString story; // what there is to see with them
    QString tokenSerial;
    contract::PinStyle pinStyle {};
    contract::Secret pin; // empty: none
    contract::Secret otpauth; // the token with its seed, as an app takes it

    static constexpr auto typeName = "Hand";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("userName", &Hand::userName, "Logon name.").length(1, 255),
            field("displayName", &Hand::displayName, "Shown name.").length(0, 255),
            field("story", &Hand::story, "What there is to see.").length(0, 1000),
            field("tokenSerial", &Hand::tokenSerial, "Of the token.").length(1, 64),
            field("pinStyle", &Hand::pinStyle, "How the PIN goes with the code."),
            field("pin", &Hand::pin, "Digits; empty: none.").orDefault(),
            field("otpauth", &Hand::otpauth, "otpauth URI, seed and all.").length(1, 2048));
    }
};

// The demonstration's file for the workstation beside the console.
struct Hands
{
    std::vector<Hand> people;
    contract::Secret enrolmentCode; // for that workstation, as long as one may live
    contract::Timestamp enrolmentCodeEndsAt {};

    static constexpr auto typeName = "Hands";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("people", &Hands::people, "A few travellers.").length(1, 100),
            field("enrolmentCode", &Hands::enrolmentCode, "Enrols one workstation.").length(1, 64),
            field("enrolmentCodeEndsAt", &Hands::enrolmentCodeEndsAt, "Until when."));
    }
};

} // namespace holdfast::demonstration
