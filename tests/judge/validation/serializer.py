"""The judged fields as Django REST framework has them, and its verdict on a value."""

import django
from django.conf import settings

settings.configure(USE_TZ=True, TIME_ZONE="UTC", INSTALLED_APPS=[])
django.setup()

from django.core.validators import EmailValidator, RegexValidator, URLValidator  # noqa: E402
from rest_framework import serializers  # noqa: E402
from rest_framework.fields import SkipField  # noqa: E402

import swedish  # noqa: E402


class Reference(serializers.Serializer):
    id = serializers.UUIDField()


def built(one):
    """The serializer's field. `allow_blank` is said for nullable text without a minimum length, format or pattern."""
    given = {}
    if one.get("nullable"):
        given["allow_null"] = True
    limits = {name: one[name] for name in ("min_length", "max_length") if name in one}
    bounds = {f"{end[:3]}_value": one[end] for end in ("minimum", "maximum") if end in one}
    match one["kind"]:
        case "text":
            blank = one.get("nullable", False) and "min_length" not in one
            return serializers.CharField(**given, **limits, allow_blank=blank)
        case "email":
            return serializers.EmailField(**given, **limits)
        case "url":
            return serializers.URLField(**given, **limits)
        case "luhn":
            right = swedish.as_validator(swedish.is_number, "luhn")
            return serializers.CharField(**given, **limits, validators=[right])
        case "gln13":
            right = swedish.as_validator(swedish.is_gln, "gln13")
            return serializers.CharField(**given, **limits, validators=[right])
        case "pattern":
            return serializers.RegexField(one["pattern"], **given, **limits)
        case "uuid":
            return serializers.UUIDField(**given)
        case "date":
            return serializers.DateField(**given)
        case "date-time":
            return serializers.DateTimeField(**given)
        case "enum":
            return serializers.ChoiceField(one["values"], **given)
        case "integer":
            return serializers.IntegerField(**given, **bounds)
        case "number":
            return serializers.FloatField(**given, **bounds)
        case "boolean":
            return serializers.BooleanField(**given)
        case "reference":
            return Reference(**given)
        case "references":
            return Reference(many=True, **given)
        case "object":
            return serializers.DictField(**given)
        case "objects":
            return serializers.ListField(child=serializers.DictField(), **given)


class Judge:
    """Asks the fields of one serializer, each for its verdict on one value."""

    def __init__(self, fields):
        made = {one["name"]: built(one) for one in fields}
        self.fields = type("Judged", (serializers.Serializer,), made)().fields

    def takes(self, name, value):
        try:
            self.fields[name].run_validation(value)
        except (serializers.ValidationError, SkipField):
            return False
        return True


def validator(validator):
    def verdict(text):
        try:
            validator(text)
        except django.core.exceptions.ValidationError:
            return False
        return True

    return verdict


# On the trimmed text, as a serializer hands it to them.
VALIDATORS = {
    "EmailValidator": validator(EmailValidator()),
    "URLValidator": validator(URLValidator()),
}


def pattern(python):
    return validator(RegexValidator(python))
