"""The judged table for Django. Imported only when its settings are made."""

from django.db import models

from columns import COLUMNS


class Target(models.Model):
    """What relations point to."""

    id = models.UUIDField(primary_key=True)

    class Meta:
        app_label = "judge"


def field(column):
    null = column["nullable"]
    match column["kind"]:
        case "text":
            return models.TextField(null=null)
        case "uuid":
            return models.UUIDField(primary_key=column["name"] == "id", null=null)
        case "reference":
            return models.ForeignKey(Target, models.CASCADE, null=null, related_name="+")
        case "date-time":
            return models.DateTimeField(null=null)
        case "integer":
            return models.IntegerField(null=null)
        case "number":
            return models.FloatField(null=null)
        case "boolean":
            return models.BooleanField(null=null)
        case "date":
            return models.DateField(null=null)


class Meta:
    app_label = "judge"


Row = type(
    "Row",
    (models.Model,),
    {"__module__": __name__, "Meta": Meta, **{column["name"]: field(column) for column in COLUMNS}},
)
