// What the API takes of Swedish numbers, and what is said of others. Whoever these numbers look like does not exist: personal
// numbers have a serial from 980, the organisation number a prefix that is not handed out.

export const NUMBERS = {
    ssn: {
        "19850412-9803": "right",
        "198504129803": "right",
        "850412-9803": "Måste vara minst 12 tecken",
        "19850412-9801": "Kontrollsiffran stämmer inte",
        // A coordination number: sixty is added to the day.
        "19850472-9800": "right",
    },
    org_no: {
        "559990-1237": "right",
        "5599901237": "right",
        "559990-1234": "Kontrollsiffran stämmer inte",
        "16559990-1237": "Får vara högst 11 tecken",
    },
    gln13_number: {
        7350012345679: "right",
        "735001234567-9": "right",
        7350012345672: "GLN-numrets kontrollsiffra stämmer inte",
    },
    phone_number: {
        "+46846500412": "right",
        "0846500412": "right",
        "08-465 004 12": "Måste stämma med mönstret ^\\+?1?\\d{7,15}$",
    },
};
