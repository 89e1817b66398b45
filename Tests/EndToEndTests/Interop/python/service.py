"""Lists, introspects and calls the service by PyPI's varlink.

usage: service.py SOCKET
"""

import sys

import varlink

with varlink.Client.new_with_address(f"unix:{sys.argv[1]}") as client:
    interfaces = client.get_interfaces()
    names = sorted(name for name in interfaces if name.startswith("dk.talentd."))
    print("interfaces", *names)
    methods = 0
    for name in names:
        # Parses the description that the service gives of itself.
        interface = client.get_interface(name)
        assert interface.name == name, interface.name
        members = [member for member in interface.members.values() if type(member).__name__ == "_Method"]
        methods += len(members)
    print("methods", methods)

    with client.open("dk.talentd.cohort") as cohort:
        cohorts = cohort.ListCohorts(query={}, simulate={"actor": "10"})
        print("cohorts", *[line["code"] for line in cohorts["cohorts"]])

    with client.open("dk.talentd.cohort") as cohort:
        try:
            cohort.ShowCohort(query={"cohort": "1999"}, simulate={"actor": "10"})
        except varlink.VarlinkError as error:
            print("error", error.error())

    with client.open("dk.talentd.record") as record:
        try:
            record.ListAuditTrail(query={"effective": "2027-02-30"}, simulate={"actor": "40"})
        except varlink.VarlinkError as error:
            print("error", error.error(), *error.parameters()["path"])

    # Page by page.
    with client.open("dk.talentd.record") as record:
        positions = []
        for page in record.FollowLog(query={"follow": False, "from": 0}, simulate={"actor": "40"}, _more=True):
            positions += [entry["position"] for entry in page["entries"]]
        assert positions == list(range(len(positions))), "the log comes in order"
        print("events", len(positions))
